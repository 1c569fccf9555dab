/** A list and its forms: no script is needed, and none comes. */
export const csr = false
