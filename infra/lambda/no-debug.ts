/** In the place of `debug`, which one of our packages' packages would write to stderr with if DEBUG were set. */
export default function debug(): () => void {
  return () => {};
}
