/** Going from one part of bargaining to another, at the address of its own. */
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useProcess } from '../../process.tsx'

export const useGoToPart = (): ((view: string) => void) => {
  const { id } = useProcess()
  const navigate = useNavigate()
  return useCallback(
    (view) => void navigate({ to: '/t/$process/bargaining', params: { process: id }, search: { view } }),
    [navigate, id],
  )
}
