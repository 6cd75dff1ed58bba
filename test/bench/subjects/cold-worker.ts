/**
 * From a booted Node.js to the first answer: no import of its own, so that the clock starts before anything is loaded.
 * The one who is asked knows when the question arrived, on the clock that all processes of a machine share.
 */
const started = process.hrtime.bigint();
const { handler } = (await import(String(process.env['SUBJECT_FILE']))) as {
  handler: (event: unknown, context: unknown) => Promise<unknown>;
};
await handler(JSON.parse(String(process.env['SUBJECT_EVENT'])), { awsRequestId: 'cold', functionName: 'cold' });
process.stdout.write(`\nstarted ${started}\n`, () => process.exit());

export {};
