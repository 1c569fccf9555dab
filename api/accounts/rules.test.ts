import { expect, test } from 'vitest'
import { isCommonPassword } from './rules.ts'

const email = 'ines.quemeneur@example.test'

test.each([
  'password1234',
  'P@ssw0rd2027!',
  'motdepasse2027',
  'Motdepasse!!!!',
  'azertyuiop12',
  'azerty123456',
  'qwerty123456',
  'Bonjour12345',
  'bonjourparis',
  'jetaimemonamour',
  'Soleil202720',
  'repere2027!!',
  '123456789012',
  '210987654321',
  '111111111111',
  'abcabcabcabc',
  'abcdefghijkl',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'azertyuiopqs2027',
  'ines.quemeneur',
  'InesQuemeneur2027',
  'ines.quemeneur@example.test',
])('%s is among the first that guessing tries', (password) => {
  expect(isCommonPassword(password, email)).toBe(true)
})

test.each([
  'quatre moulins bleus',
  'demo-repere-2027',
  'mes trois chats dorment',
  'Tr0ub4dour&3x',
  'grève du vent à Ouessant',
  'kfT9-wq2L-0xZr',
  'пятьсот тысяч ветров',
  '七つの海と五つの風の歌を聴く',
])('%s is not', (password) => {
  expect(isCommonPassword(password, email)).toBe(false)
})
