/**
 * To be imported before tap, which finds out by hooks on every promise which test an exception belongs to that nobody
 * caught. They take a quarter of the CPU of tests that wait much. Without them such an exception ends the process, with
 * its stack on standard error, and its file has failed.
 */
import hooks from 'node:async_hooks'
import { syncBuiltinESMExports } from 'node:module'

const { createHook } = hooks
hooks.createHook = () => createHook({})
syncBuiltinESMExports()
