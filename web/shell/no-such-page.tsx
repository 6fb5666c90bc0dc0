/** An address that leads nowhere. */
import { Link } from '@tanstack/react-router'
import { PageTitle } from '../elements/page.tsx'
import { useSay } from '../speech.tsx'
import { Hall } from './hall.tsx'

export const NoSuchPage = () => {
  const say = useSay()
  return (
    <Hall>
      <div className="stack hall-text">
        <PageTitle>{say('no-page')}</PageTitle>
        <p>{say('no-page.why')}</p>
        <p>
          <Link to="/">{say('no-page.door')}</Link>
        </p>
      </div>
    </Hall>
  )
}
