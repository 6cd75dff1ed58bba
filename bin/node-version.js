/** What Lambda runs, and the first that takes TypeScript as it stands. */
const needed = 24;

/**
 * @param {string} version of Node.js, as `process.versions.node` says it.
 * @returns {string | undefined} Why nothing is started on it, and what to do, in one sentence; `undefined` for one that will do.
 */
export function refuseNode(version) {
  if (Number.parseInt(version, 10) >= needed) return undefined;
  return (
    `This needs Node.js ${needed} and was started by ${version}: install with npm 11.6.2 or newer (\`npx npm@11 ci\`), which ` +
    `brings Node.js ${needed} on Linux, and start through npm (\`npm start\`, \`npm run …\`, \`npx cdk …\`); elsewhere ` +
    `install Node.js ${needed} yourself.`
  );
}
