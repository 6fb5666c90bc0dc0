/** The frame of the pages outside the table: the door, an invitation, what is seen by whom. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { LanguageSwitch, ThemeSwitch } from '../elements/switches.tsx'
import { useSay } from '../speech.tsx'

export const Hall = ({ children }: { readonly children: ReactNode }) => {
  const say = useSay()
  return (
    <div className="hall">
      <a className="skip" href="#work">
        {say('skip')}
      </a>
      <header className="hall-head">
        <Link className="brand" to="/">
          Parley
        </Link>
        <div className="line">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main id="work" tabIndex={-1}>
        {children}
      </main>
      <footer className="hall-foot">
        <Link to="/trust">{say('nav.trust')}</Link>
        <Link to="/verify">{say('verify-text')}</Link>
      </footer>
    </div>
  )
}
