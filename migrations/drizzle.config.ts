import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/db/versioned.ts', './src/db/schema/*.ts'],
  out: './migrations'
})
