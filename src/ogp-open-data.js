#!/usr/bin/env node
// Node runs TypeScript by itself only from 22.18 on, and never inside node_modules.
import { register } from 'tsx/esm/api'

register()
await import('./cli.ts')
