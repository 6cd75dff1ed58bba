import { createContext, use } from 'react';
import type { PictureAddresses } from './picture-rules.ts';

/** Which pictures come through our own address; none without it. */
export const PictureContext = createContext<PictureAddresses | undefined>(undefined);

export const usePictureAddresses = (): PictureAddresses | undefined => use(PictureContext);
