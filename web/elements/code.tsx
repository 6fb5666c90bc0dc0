/** Keys, hashes and commands: letters that belong to no language and are compared, not read. */
import { useSay } from '../speech.tsx'

/** Letters of no language. */
export const Code = ({ children }: { readonly children: string }) => (
  <code lang="zxx" dir="ltr" translate="no">
    {children}
  </code>
)

/** The first digits of a hash, four by four. */
export const digits = (hex: string, count = 16): string =>
  (hex.slice(0, count).match(/.{1,4}/g) ?? []).join(' ')

const idOf = (key: string): string => /^[^+]*\+([^+]*)/.exec(key)?.[1] ?? key

/** A public key: its short identifier, and the whole of it on demand. */
export const KeyShown = ({ value }: { readonly value: string }) => {
  const say = useSay()
  return (
    <details className="key">
      <summary>
        {say('witness.key')} <Code>{idOf(value)}</Code>
      </summary>
      <Code>{value}</Code>
    </details>
  )
}
