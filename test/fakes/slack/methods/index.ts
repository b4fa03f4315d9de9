// All methods of the Web API that the town knows.
import type { Method } from '../inside.ts'
import { chat } from './chat.ts'
import { conversations } from './conversations.ts'
import { files } from './files.ts'
import { history } from './history.ts'
import { people } from './people.ts'
import { reactions } from './reactions.ts'
import { views } from './views.ts'

export const methods: Readonly<Record<string, Method>> = {
  ...chat,
  ...conversations,
  ...files,
  ...history,
  ...people,
  ...reactions,
  ...views,
  'apps.connections.open': {
    token: 'app',
    scopes: ['connections:write'],
    run: ({ sockets }) => ({ url: sockets.ticket() }),
  },
}
