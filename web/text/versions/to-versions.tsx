/** The way from the text to its versions. */
import { Link } from '@tanstack/react-router'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'

export const ToVersions = () => {
  const { id: process } = useProcess()
  const say = useSay()
  return (
    <Link className="button" to="/t/$process/text/versions" params={{ process }}>
      {say('versions')}
    </Link>
  )
}
