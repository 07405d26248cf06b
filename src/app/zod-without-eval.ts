import { z } from 'zod'

// zod would compile schemas with `new Function`, which the page's policy forbids and reports. This
// stands before any module that makes a schema, for a schema decides it when it is made.
z.config({ jitless: true })
