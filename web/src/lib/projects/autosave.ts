import { to } from '#lib/links.ts'
import { deserialize } from '$app/forms'
import { replaceState } from '$app/navigation'

/** What became of the last attempt: kept at an instant, or not yet, since what is typed cannot be saved as it is. */
export type Kept = { at: string } | 'not-yet'

type Saved = { kept: { id: string; version: number; updatedAt: string } }

const pauseMs = 1_200

/**
 * An attachment for the form of a project nobody was asked for: whenever the hand rests, what is typed is kept on
 * the server. A new project gets its address then; a press on the form's own button waits for a save under way, so
 * that the two never meet.
 */
export const autosave =
  (say: (kept: Kept) => void) =>
  (form: HTMLFormElement): (() => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let saving: Promise<void> | undefined

    const keep = async () => {
      const response = await fetch('?/keep', {
        method: 'POST',
        headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
        body: new FormData(form),
      }).catch(() => undefined)
      const result = response && deserialize<Saved, { kept: null }>(await response.text())
      if (result?.type !== 'success' || !result.data) return say('not-yet')
      const { id, version, updatedAt } = result.data.kept
      nameVersion(form, version)
      if (!location.pathname.endsWith('/edit')) replaceState(to(`/projects/${id}/edit`), {})
      say({ at: updatedAt })
    }
    const begin = () => {
      if (!form.querySelector<HTMLInputElement>('[name=title]')?.value.trim()) return
      saving = keep().finally(() => {
        saving = undefined
      })
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => (saving ? later() : begin()), pauseMs)
    }
    const wait = (event: SubmitEvent) => {
      clearTimeout(timer)
      if (!saving) return
      event.preventDefault()
      void saving.then(() => form.requestSubmit(event.submitter))
    }
    form.addEventListener('input', later)
    form.addEventListener('submit', wait)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('input', later)
      form.removeEventListener('submit', wait)
    }
  }

const nameVersion = (form: HTMLFormElement, version: number) => {
  const known = form.querySelector<HTMLInputElement>('[name=version]')
  const field = known ?? form.appendChild(document.createElement('input'))
  Object.assign(field, { type: 'hidden', name: 'version', value: String(version) })
}
