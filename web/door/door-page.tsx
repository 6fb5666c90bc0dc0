/** The door: the first page anybody sees. One takes a seat of an exercise, or signs in with a passkey. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PageTitle } from '../elements/page.tsx'
import { Shown } from '../elements/shown.tsx'
import { doorQuery } from '../queries.ts'
import { Hall } from '../shell/hall.tsx'
import { useSay } from '../speech.tsx'
import { ExerciseSeats } from './exercise-seats.tsx'
import { PasskeySignIn } from './passkey-sign-in.tsx'

export const DoorPage = () => {
  const say = useSay()
  const query = useQuery(doorQuery)
  return (
    <Hall>
      <div className="door-head">
        <PageTitle>{say('door.title')}</PageTitle>
        <p className="serif">{say('door.lead')}</p>
      </div>
      <Shown query={query}>
        {({ signedIn, exercises }) => (
          <div className="stack door-body">
            {signedIn && (
              <p className="notice">
                {say('door.signed-in')}{' '}
                <Link to="/t/$process" params={{ process: signedIn.process }}>
                  {say('door.back')}
                </Link>
              </p>
            )}
            {exercises.map((exercise) => (
              <ExerciseSeats key={exercise.process} exercise={exercise} />
            ))}
            <PasskeySignIn />
          </div>
        )}
      </Shown>
    </Hall>
  )
}
