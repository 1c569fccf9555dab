/** What stands on a certificate of the demo. */
export type Certificate = {
  holder: string
  title: string
  issuer: string
  issuedOn: string
  number: string | null
}

/** A certificate that says of itself that it is an example: one page of A4, in letters every reader has. */
export function drawCertificate({ holder, title, issuer, issuedOn, number }: Certificate): Buffer {
  return toPdf([
    line(11, 'Sans', 770, 'Document d’exemple, fictif'),
    ...broken(title).map((part, index) => line(24, 'Serif', 690 - index * 30, part)),
    line(13, 'Sans', 600, issuer),
    line(14, 'Serif', 530, 'Nous attestons que'),
    line(19, 'Serif', 500, holder),
    line(14, 'Serif', 470, 'a obtenu le titre nommé ci-dessus,'),
    line(14, 'Serif', 448, `${issuedOn}.`),
    ...(number ? [line(12, 'Sans', 400, `Numéro ${number}`)] : []),
    '0.35 G 72 200 m 250 200 l S',
    line(11, 'Sans', 184, 'Pour l’organisme, signature fictive'),
  ])
}

const line = (size: number, font: 'Sans' | 'Serif', height: number, text: string): string =>
  `BT /${font} ${size} Tf 72 ${height} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`

/** Titles longer than the page is wide go on below. */
const broken = (title: string): string[] => title.match(/.{1,34}(?:\s|$)/g) ?? [title]

function toPdf(drawn: string[]): Buffer {
  const page = drawn.join('\n')
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /Sans 5 0 R /Serif 6 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    font('Helvetica'),
    font('Times-Roman'),
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return toWinAnsi(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
  )
}

/** The signs of French beyond Latin-1, as the encoding of the fonts has them; what it lacks is left out. */
const beyond: Record<string, number> = {
  '’': 0x92,
  œ: 0x9c,
  Œ: 0x8c,
  '–': 0x96,
  '—': 0x97,
  '…': 0x85,
  '\u202f': 0xa0,
}

const toWinAnsi = (text: string): Buffer =>
  Buffer.from([...text].map((sign) => beyond[sign] ?? (sign.charCodeAt(0) < 256 ? sign.charCodeAt(0) : 0x20)))
