/** In whose zone times are written, and the moment they are written from. */
export interface Clock {
  zone: string;
  now: number;
}
