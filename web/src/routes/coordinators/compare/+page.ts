/** A page to read and to print: links alone, and no script but the one that prints. */
export const csr = false
