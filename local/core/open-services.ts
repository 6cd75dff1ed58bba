import type { RunningService, Service, ServiceContext } from './service.ts';
import type { StartedParts } from './started-parts.ts';

/** A service that is open, under its name. */
export interface OpenService {
  readonly name: string;
  readonly running: RunningService;
}

export async function prepareServices<Deployment extends object>(
  services: readonly Service<object, Deployment>[],
  context: ServiceContext<Deployment>,
): Promise<void> {
  for (const service of services) await service.prepare?.(context);
}

/** Opens the services in their order, and remembers how to close them. */
export function openServices<Deployment extends object>(
  services: readonly Service<object, Deployment>[],
  context: ServiceContext<Deployment>,
  parts: StartedParts,
): readonly OpenService[] {
  const open: OpenService[] = [];
  for (const service of services) {
    const running = service.open?.(context) ?? {};
    open.push({ name: service.name, running });
    parts.add({ close: () => running.close?.() });
  }
  return open;
}

/** Has the services begin what they do by themselves, and remembers how to end it. */
export function startServices(services: readonly OpenService[], parts: StartedParts): void {
  for (const { running } of services) {
    // Before it starts: one that fails half way has something to end.
    parts.add({ close: () => running.stop?.() });
    running.start?.();
  }
}

/** The one service that has this face, e.g. `handle`. */
export function faceOf<Face extends 'handle' | 'upgrade'>(
  services: readonly OpenService[],
  face: Face,
): NonNullable<RunningService[Face]> | undefined {
  const faces = services.flatMap(({ running }) => running[face] ?? []);
  if (faces.length > 1) throw new Error(`More than one service has ${face}: one HTTP front end cannot serve both.`);
  return faces[0] as NonNullable<RunningService[Face]> | undefined;
}
