export const figure = (value: number, digits = 1): string => value.toFixed(digits)

/** Prints rows under a title, first column to the left, figures to the right. */
export const sayTable = (
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void => {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('   ')
  console.log(`\n${title}`)
  console.log(line(head))
  for (const row of rows) console.log(line(row))
}
