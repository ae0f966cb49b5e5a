FROM node:24-slim AS install
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The database is a container of its own: the embedded one stays out.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/var/lib/ogp-open-data
WORKDIR /app
COPY --from=install /app/node_modules node_modules
COPY package.json package-lock.json ./
COPY migrations migrations
COPY seeds seeds
COPY openapi openapi
COPY src src
# Files of releases; they are made again when they are lost.
RUN install --directory --owner=node --group=node /var/lib/ogp-open-data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node 24 runs TypeScript as it stands.
CMD ["node", "src/server.ts"]
