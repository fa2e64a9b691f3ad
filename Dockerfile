# Punkt as a container: what runs, and nothing else. Built where Docker (or `az acr build`) is; tests/image.test.ts tries
# its file list and commands without.

# Node 24: the versions before it get no more security updates. Renew with every deployment.
ARG NODE=node:24.21.0-bookworm-slim

FROM ${NODE} AS build
WORKDIR /punkt
COPY package.json package-lock.json ./
# Without scripts: nothing of a dependency runs while it is installed, and `prepare` has nothing to build yet.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY infra/bundle.mjs ./infra/
COPY src ./src
# The page without what its build says of its sizes.
RUN npm run build && rm dist/tab/meta.json

FROM ${NODE} AS dependencies
WORKDIR /punkt
COPY package.json package-lock.json ./
# lmdb comes with its binary as an optional package; its script would only look for another one.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY infra/billOfMaterials.mjs ./infra/
COPY --from=build /punkt/dist/tab/bundled.json ./dist/tab/
RUN node infra/billOfMaterials.mjs sbom.json

FROM ${NODE}
ENV NODE_ENV=production
WORKDIR /punkt
COPY --from=dependencies /punkt/node_modules ./node_modules
COPY --from=dependencies /punkt/sbom.json ./sbom.json
# The bundles alone: neither the demo nor the making of the app package belongs on a server.
COPY --from=build /punkt/dist/main.js /punkt/dist/cli.js ./dist/
COPY --from=build /punkt/dist/server ./dist/server
COPY --from=build /punkt/dist/tab ./dist/tab
COPY cards ./cards
COPY package.json LICENSE ./
USER node
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3978) + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# As `npm start` does: room for what lives as long as an answer (MB), so that it is gone before it is looked through.
CMD ["node", "--min-semi-space-size=32", "--max-semi-space-size=32", "dist/main.js"]
