/** A security key that lives in the browser, so that passkeys can be made and used without a hand on a device. */
import type { Page } from 'playwright-core'

/** Gives a page an authenticator that says yes to everything. */
export const giveAuthenticator = async (page: Page): Promise<void> => {
  const wire = await page.context().newCDPSession(page)
  await wire.send('WebAuthn.enable')
  await wire.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
