import { z } from 'zod'

// zod would compile schemas with `new Function`, which the page's policy forbids and reports. A
// schema decides when it is made, so this module is imported before any that makes one.
z.config({ jitless: true })
