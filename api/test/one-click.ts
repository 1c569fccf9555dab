import type { TestApi } from './api.ts'

/** What a mail program sends when somebody presses its own button to be written to no more: status and answer. */
export const clickOnce = async (api: TestApi, path: string): Promise<[number, unknown]> => {
  const response = await api.app.request(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://mail.example',
      'sec-fetch-site': 'cross-site',
    },
    body: 'List-Unsubscribe=One-Click',
  })
  return [response.status, await response.json()]
}
