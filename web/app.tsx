/** The whole screen: what is read and kept fresh, the reader's preferences, and the pages. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Refused } from './api.ts'
import { PreferencesOf } from './preferences.tsx'
import { router } from './routes.tsx'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (times, error) => !(error instanceof Refused) && times < 2,
    },
  },
})

export const App = () => (
  <QueryClientProvider client={client}>
    <PreferencesOf person="door" wishes={navigator.languages}>
      <RouterProvider router={router} />
    </PreferencesOf>
  </QueryClientProvider>
)
