import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aLockedStreamPdf, aPdf } from '../test/files.ts'
import { evidenceAccepted, type FileFault, judgeFile, mediaTypeOf, shownName } from './rules.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

describe('a file is judged by what it holds', () => {
  test.each<[string, Buffer, FileFault | 'application/pdf']>([
    ['a PDF', aPdf(), 'application/pdf'],
    ['a PDF that speaks of /Encrypt on its page', aPdf('the key /Encrypt in a trailer'), 'application/pdf'],
    ['nothing at all', Buffer.alloc(0), 'file-empty'],
    ['one byte too many', Buffer.alloc(5 * 1_048_576 + 1, '%PDF-'), 'file-too-large'],
    ['a drawing in SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file-type-refused'],
    ['a page of HTML', bytes('<!doctype html><script>alert(1)</script>'), 'file-type-refused'],
    ['an archive', bytes('PK\u0003\u0004 word/document.xml'), 'file-type-refused'],
    ['a GIF', bytes('GIF89a'), 'file-type-refused'],
    ['the first half of a PDF', aPdf().subarray(0, 400), 'file-damaged'],
    ['a PDF locked in its trailer', aPdf('x', { encrypted: true }), 'file-encrypted'],
    ['a PDF locked in a stream, its name spelt around', aLockedStreamPdf(), 'file-encrypted'],
  ])('%s', (_, sent, wanted) => {
    const verdict = judgeFile(sent, evidenceAccepted)
    expect(verdict.ok ? verdict.mediaType : verdict.because).toBe(wanted)
  })

  test('a PDF is judged in one pass, whatever fills it', () => {
    const filled = Buffer.concat([aPdf().subarray(0, 9), Buffer.alloc(4_800_000, '#45'), aPdf()])
    const began = performance.now()
    expect(judgeFile(filled, evidenceAccepted)).toEqual({ ok: true, mediaType: 'application/pdf' })
    expect(performance.now() - began).toBeLessThan(500)
  })

  test('no bytes break the judgement, and what begins as nothing known is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (sent) => {
        const verdict = judgeFile(sent, evidenceAccepted)
        if (mediaTypeOf(sent) === undefined)
          expect(verdict).toEqual({ ok: false, because: 'file-type-refused' })
      }),
    )
  })
})

describe('the name that is shown', () => {
  test.each([
    ['attestation-bectu.pdf', 'attestation-bectu.pdf'],
    ['Diplôme d’intimité.PDF', 'Diplôme d’intimité.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\x\\scan.pdf', 'scan.pdf'],
    ['scan.exe', 'scan.pdf'],
    ['..', 'document.pdf'],
    ['', 'document.pdf'],
    ['\u202Efdp.exe', 'fdp.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie x=1.pdf'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(80)}.pdf`],
  ])('of %j is %j', (sent, shown) => {
    expect(shownName(sent, 'application/pdf')).toBe(shown)
  })

  test('costs nothing, however long it was made', () => {
    const began = performance.now()
    expect(shownName(`a${'.'.repeat(1_000_000)}-`, 'application/pdf')).toMatch(/^a\.*\.pdf$/)
    expect(performance.now() - began).toBeLessThan(500)
  })

  test('is never a path, never empty, never longer than a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (sent) => {
        const shown = shownName(sent, 'image/png')
        expect(shown).toMatch(/^[^/\\\p{Cc}]{1,160}\.png$/u)
        expect(shown.startsWith('.')).toBe(false)
      }),
    )
  })
})
