import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A PDF of one page that says one line, whole and small. */
export const aPdf = (line = 'Attestation fictive', { encrypted = false } = {}): Buffer => {
  const drawn = `BT /F1 24 Tf 72 720 Td (${line}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const locked = encrypted ? ' /Encrypt << /Filter /Standard /V 2 /R 3 /P -44 >>' : ''
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R${locked} >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  )
}

/** The same, locked in the way of newer programs: its trailer is the dictionary of a stream. */
export const aLockedStreamPdf = (): Buffer =>
  Buffer.from(
    '%PDF-1.7\n1 0 obj\n<< /Type /XRef /Size 2 /W [1 2 1] /Root 1 0 R /#45ncrypt 2 0 R /Length 4 >>\nstream\r\nabcd\nendstream\nendobj\nstartxref\n9\n%%EOF\n',
    'latin1',
  )

/** A photograph, as a camera writes one: with its place and the words of its maker. */
export const aPhoto = ({ width = 640, height = 480, as = 'jpeg' as 'jpeg' | 'png' } = {}): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#8a6f5c' } })
    .composite([
      {
        input: { create: { width: width / 2, height, channels: 3, background: '#f3e7d3' } },
        left: 0,
        top: 0,
      },
    ])
    .withExif({
      IFD0: { Artist: 'EXIF-LYNX', ImageDescription: 'EXIF-LYNX' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 0/1' },
    })
    [as]()
    .toBuffer()

/** A PNG whose header claims any size, over next to no pixels; `deep` ones claim eight bytes for each. */
export const aPngOf = (width: number, height: number, { deep = false } = {}): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set(deep ? [16, 6, 0, 0, 0] : [8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const chunk = (type: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A calendar as a program exports it: a title, a place, and three days taken a month from the tests' today. */
export const aCalendar = (...lines: string[]): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Exemple//FR', 'BEGIN:VEVENT', 'UID:un@exemple.test'],
    ...['DTSTAMP:20270101T000000Z', 'SUMMARY:Rendez-vous privé', 'LOCATION:Chez le médecin'],
    ...(lines.length > 0 ? lines : ['DTSTART;VALUE=DATE:20270308', 'DTEND;VALUE=DATE:20270311']),
    ...['END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n')

/** A form with one file, as a browser sends it. */
export const aForm = (
  bytes: Uint8Array | string,
  name = 'attestation.pdf',
  type = 'application/pdf',
): FormData => {
  const form = new FormData()
  form.set('file', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name, { type }))
  return form
}
