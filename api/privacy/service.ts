export { listReveals } from './repository.ts'
