/** The API's own words for what it refused. */
export class ServiceRefusal extends Error {
  override readonly name = 'ServiceRefusal';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** What to do about it, where the API cannot know. */
const advice: Readonly<Record<number, string>> = {
  401: 'Sign in again.',
  403: 'Have the credentials expired, and are they of a role that may do what ssc-<stage>-ops-<region> may?',
};

/** Problem details name what is wrong; API Gateway itself says only `{"message"}`. */
export function refusalOf({ status, text }: { readonly status: number; readonly text: string }): ServiceRefusal {
  const { code, detail, errors, message } = toProblem(text);
  const fields = (errors ?? []).map(({ path, message: what }) => `${path} ${what}`).join('; ');
  const words = [status, code, fields || detail || message].filter(Boolean).join(' ');
  return new ServiceRefusal(status, advice[status] === undefined ? words : `${words}. ${advice[status]}`);
}

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly message?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

function toProblem(text: string): Problem {
  try {
    const problem: unknown = JSON.parse(text);
    return typeof problem === 'object' && problem !== null ? problem : {};
  } catch {
    return {};
  }
}
