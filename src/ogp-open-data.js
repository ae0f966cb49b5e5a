#!/usr/bin/env node
// @ts-check
// The commands for operators.
import { load } from './load.js'

await load('src/cli.ts')
