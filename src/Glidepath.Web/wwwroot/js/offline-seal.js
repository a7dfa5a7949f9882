// Locks an entry for the care team's host alone: a key pair that is used once and forgotten here agrees with the host's public key
// (ECDH on P-256), HKDF makes of it the key of AES-256-GCM. This phone cannot open it again. The other side is PhoneKeyPair.cs. lock.js seals
// a copy of a person's plan in the same way, to a key whose other half is behind their PIN.
const utf8 = new TextEncoder();

// Its length must not tell how much was answered.
const step = 1_024;

/** A stretch at a time: a call takes only so many arguments. */
export const base64 = bytes => {
  const all = new Uint8Array(bytes);
  let signs = "";
  for (let n = 0; n < all.length; n += 8_192) signs += String.fromCharCode(...all.subarray(n, n + 8_192));
  return btoa(signs);
};

export const fromBase64 = text => Uint8Array.from(atob(text), sign => sign.charCodeAt(0));

const hex = bytes => [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, "0")).join("");

/** What is not secret, and yet may not be changed: it is bound to the sealed bytes. */
export const bound = head =>
  [`glidepath ${head.kind} 1`, head.id, head.owner, head.keyId, head.recordedAt, head.offsetMinutes].join("|");

const curve = { name: "ECDH", namedCurve: "P-256" };

/** The key that a private half and another's public half agree on. */
export async function keyBetween(mine, theirs, salt, use) {
  const other = await crypto.subtle.importKey("raw", theirs, curve, false, []);
  const agreed = await crypto.subtle.deriveBits({ name: "ECDH", public: other }, mine, 256);
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt, info: utf8.encode("glidepath phone entry 1") },
    await crypto.subtle.importKey("raw", agreed, "HKDF", false, ["deriveKey"]),
    { name: "AES-GCM", length: 256 }, false, [use]);
}

/**
 * @param key { id, publicKey } of the host
 * @param head { kind, id, owner, recordedAt, offsetMinutes }
 * @param content what only the host may read
 */
export async function seal(key, head, content) {
  const hostKey = fromBase64(key.publicKey);
  const once = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey("raw", once.publicKey));
  const aes = await keyBetween(once.privateKey, hostKey, new Uint8Array([...ephemeral, ...hostKey]), "encrypt");
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const entry = { ...head, keyId: key.id };
  const text = utf8.encode(JSON.stringify(content));
  const padded = new Uint8Array(Math.ceil(text.length / step) * step).fill(0x20);
  padded.set(text);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: utf8.encode(bound(entry)) }, aes, padded);
  return {
    ...entry,
    ephemeralKey: base64(ephemeral),
    iv: base64(iv),
    ciphertext: base64(sealed),
    hash: hex(await crypto.subtle.digest("SHA-256", sealed)),
  };
}
