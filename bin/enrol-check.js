#!/usr/bin/env node
// Plain JavaScript, so that any node can start it: it runs the command line under the node that the lock file pins.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const pinned = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
const node = existsSync(pinned) ? pinned : process.execPath
// Compiled code is kept between runs, which halves the time to start; a folder that cannot be written does no harm.
const cache = fileURLToPath(new URL('../node_modules/.cache/enrol-check', import.meta.url))
const env = { NODE_COMPILE_CACHE: cache, ...process.env }
// A small nursery: rows die young, and a larger one takes memory without saving time (docs/performance.md).
// No file is reached through a link, so that each need not be asked whether it is one: 12 of 100 ms of the start.
const flags = ['--max-semi-space-size=8', '--preserve-symlinks', '--preserve-symlinks-main']
const { status, signal, error } = spawnSync(node, [...flags, cli, ...process.argv.slice(2)], { stdio: 'inherit', env })
if (error) console.error(`enrol-check could not start node: ${error.message}`)
process.exitCode = signal ? 128 : (status ?? 2)
