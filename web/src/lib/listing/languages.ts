/** How many languages the form offers lines for; a line left empty counts for nothing. */
export const languageRows = 6
