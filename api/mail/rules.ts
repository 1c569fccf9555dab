const minuteMs = 60_000
const delays = [1, 5, 15, 60, 240, 720, 1440].map((minutes) => minutes * minuteMs)

/** How long to wait after a failed attempt, by how many there were; undefined once two days of trying are over. */
export const retryDelayMs = (attempts: number): number | undefined => delays[attempts - 1]
