/** How a version is authenticated and signed, on the screen: witnesses, a passkey, a mark of each head. */
import { formatVerifierKey } from '#domain/record/key.ts'
import type { House } from './house.ts'
import { giveAuthenticator } from './passkeys.ts'
import type { Person } from './person.ts'
import { confirm } from './room.ts'
import { post, press } from './text.ts'

/** Each of these seats appoints the witness of an exercise. */
export const appointWitnesses = async (
  house: House,
  people: readonly (readonly [Person, string])[],
): Promise<void> => {
  for (const [person, seat] of people) {
    const { key } = house.context().keys.exerciseWitness(house.process(), seat)
    const payload = { key: formatVerifierKey(key), url: null }
    await post(person, house, 'plenary', ['witness.appoint', seat, 0], payload)
  }
}

/** The mediator freezes the text, and the witnesses cosign it. */
export const freeze = async (mediator: Person, house: House, cite: string): Promise<void> => {
  await mediator.go('text/versions')
  await confirm(mediator, mediator.page.locator('main'), mediator.say('freeze.do', { cite }), {
    action: mediator.say('freeze'),
  })
  await mediator.page.getByRole('heading', { name: cite }).waitFor()
  await house.context().recorder.tick()
}

/** A head initials the version with a passkey that is made for it, in a browser that has had none. */
export const initial = async (head: Person): Promise<void> => {
  await giveAuthenticator(head.page)
  await head.go('text/versions')
  await press(head.page.locator('main'), head.say('mark.do.initial'))
  const dialog = head.page.getByRole('dialog')
  await press(dialog, head.say('passkey.make'))
  await dialog.getByText(head.say('mark.passkey')).waitFor()
  await head.check()
  await press(dialog, head.say('mark.do.initial'))
  await dialog.waitFor({ state: 'hidden' })
}

/** A head who has initialled signs with the same passkey. */
export const sign = async (head: Person): Promise<void> => {
  await head.go('text/versions')
  await press(head.page.locator('main'), head.say('mark.do.sign'))
  const dialog = head.page.getByRole('dialog')
  await dialog.getByText(head.say('mark.passkey')).waitFor()
  await head.check()
  await press(dialog, head.say('mark.do.sign'))
  await dialog.waitFor({ state: 'hidden' })
}
