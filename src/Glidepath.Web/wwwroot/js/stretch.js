// A PIN is short, so that each guess must cost: Argon2id, in script, in steps that let the page breathe.
import { argon2idAsync } from "./noble-hashes/argon2.js";

export const stretch = (pin, salt, cost) => argon2idAsync(new TextEncoder().encode(pin), salt, { ...cost, dkLen: 32 });
