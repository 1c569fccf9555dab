import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listLimits, readList } from './read-list.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))
const bigEndian = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())
const list = (file: Uint8Array) => {
  const read = readList(file)
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.list
}

describe('letters', () => {
  const text = 'Prénom;Ville\nHélène;Besançon\nŒdipe;L’Haÿ\n'
  const old = Buffer.from([
    0x50, 0x72, 0xe9, 0x6e, 0x6f, 0x6d, 0x3b, 0x4e, 0x0a, 0x9c, 0x64, 0x3b, 0x92, 0x0a,
  ])
  const cases: Record<string, [Uint8Array, string]> = {
    'UTF-8': [bytes(text), 'utf-8'],
    'UTF-8 with its mark': [bytes(`\ufeff${text}`), 'utf-8'],
    'UTF-16, little end first, with its mark': [bytes(`\ufeff${text}`, 'utf16le'), 'utf-16'],
    'UTF-16, little end first, without one': [bytes(text, 'utf16le'), 'utf-16'],
    'UTF-16, big end first, with its mark': [bigEndian(`\ufeff${text}`), 'utf-16'],
    'UTF-16, big end first, without one': [bigEndian(text), 'utf-16'],
  }
  test.each(Object.entries(cases))('%s', (_, [file, encoding]) => {
    const read = list(file)
    expect([read.encoding, read.headings, read.rows.map(({ cells }) => cells)]).toEqual([
      encoding,
      ['Prénom', 'Ville'],
      [
        ['Hélène', 'Besançon'],
        ['Œdipe', 'L’Haÿ'],
      ],
    ])
  })

  test('the code page of old Windows programs, its own signs too', () => {
    const read = list(new Uint8Array(old))
    expect([read.encoding, read.headings, read.rows[0]?.cells]).toEqual([
      'windows-1252',
      ['Prénom', 'N'],
      ['œd', '’'],
    ])
  })

  test('lines of two programs in one file are each read as they were written', () => {
    const mixed = Buffer.concat([
      Buffer.from('Nom\nHélène\n', 'utf8'),
      Buffer.from('H\u00e9l\u00e8ne\n', 'latin1'),
    ])
    const read = list(new Uint8Array(mixed))
    expect([read.encoding, ...read.rows.map(({ cells }) => cells[0])]).toEqual(['mixed', 'Hélène', 'Hélène'])
  })
})

describe('cells', () => {
  test.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('apart by %s, quoted or not, whatever the line ends', (separator, sign) => {
    for (const end of ['\n', '\r\n', '\r']) {
      const file = ['a', 'b'].join(sign) + end + [`"x${sign}y"`, '"a ""b"""'].join(sign) + end
      const read = list(bytes(file))
      expect([read.separator, read.rows[0]?.cells]).toEqual([separator, [`x${sign}y`, 'a "b"']])
    }
  })

  test('formulas are text', () => {
    expect(list(bytes('a;b\n=1+1;@SUM(A1)\n')).rows[0]?.cells).toEqual(['=1+1', '@SUM(A1)'])
  })

  test('lines are counted as a spreadsheet counts them: empty ones too, a cell over two lines once', () => {
    const read = list(bytes('nom;b\n\n;\n"deux\nlignes";x\nfin;y\n'))
    expect(read.rows.map(({ number }) => number)).toEqual([4, 5])
  })

  test('what a program wrote above the headings for itself is not counted', () => {
    const read = list(bytes('sep=;\r\nnom;b\r\nAda;x\r\n'))
    expect([read.headings, read.rows[0]?.number]).toEqual([['nom', 'b'], 2])
  })

  test('whatever cells hold comes back as it was, in every encoding and with every separator', () => {
    const cell = fc
      .string({
        unit: fc.constantFrom('a', 'é', 'œ', ';', ',', '\t', '"', ' ', '\n', '=', '’', 'Z'),
        maxLength: 8,
      })
      .filter((text) => text.trim() !== '')
    const sign = fc.constantFrom(';', ',', '\t')
    const write = fc.constantFrom(
      (text: string) => bytes(text),
      (text: string) => bytes(`\ufeff${text}`),
      (text: string) => bytes(`\ufeff${text}`, 'utf16le'),
      (text: string) => bigEndian(`\ufeff${text}`),
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }),
        sign,
        write,
        (rows, by, as) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
          const text = [['nom', 'mel'], ...rows].map((cells) => cells.map(quote).join(by)).join('\r\n')
          const read = readList(as(text))
          expect(read.ok && read.list.rows.map(({ cells }) => cells)).toEqual(rows)
        },
      ),
    )
  })
})

describe('what is no list is refused with where to look', () => {
  const many = (count: number) => `nom\n${'x\n'.repeat(count)}`
  const cases: Record<string, [Uint8Array, object]> = {
    'nothing at all': [bytes(''), { because: 'empty' }],
    'blanks alone': [bytes(' \n\n'), { because: 'empty' }],
    'a workbook': [new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2]), { because: 'workbook' }],
    'an old workbook': [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), { because: 'workbook' }],
    'a PDF': [bytes('%PDF-1.7 …'), { because: 'not-text' }],
    'a picture': [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1]), { because: 'not-text' }],
    'a page of the web': [bytes('<!DOCTYPE html><table>'), { because: 'not-text' }],
    'a NUL': [bytes('nom\nAda\nB\u0000o\n'), { because: 'unreadable-character', row: 3 }],
    'headings alone': [bytes('nom;courriel\n'), { because: 'headings-only' }],
    'a quotation mark nothing closes': [
      bytes('nom;b\nAda;x\n"Bo;y\nCy;z\n'),
      { because: 'quote-unclosed', row: 3 },
    ],
    'a quotation mark inside a cell': [
      bytes('nom;b\nAda;x\nle "petit" bo;y\n'),
      { because: 'quote-misplaced', row: 3 },
    ],
    'too many lines': [bytes(many(listLimits.rows + 1)), { because: 'too-many-rows' }],
    'too many columns': [bytes(`${'a;'.repeat(listLimits.columns)}b\n1\n`), { because: 'too-many-columns' }],
    'an enormous cell': [
      bytes(`nom;b\nAda;x\nBo;${'y'.repeat(listLimits.cell + 1)}\n`),
      { because: 'cell-too-long', row: 3, column: 1 },
    ],
    'a cell that swallows the file': [
      bytes(`nom;b\n"Ada;${'y'.repeat(300_000)}`),
      { because: 'cell-too-long', row: 2 },
    ],
  }
  test.each(Object.entries(cases))('%s', (_, [file, fault]) => {
    expect(readList(file)).toEqual({ ok: false, ...fault })
  })

  test('5,000 lines are not too many', () => {
    expect(list(bytes(many(listLimits.rows))).rows).toHaveLength(listLimits.rows)
  })

  test('no bytes break it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (file) => {
        const read = readList(file)
        expect(read.ok ? read.list.rows.length > 0 : read.because.length > 0).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
