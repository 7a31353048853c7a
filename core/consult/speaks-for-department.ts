/**
 * Whether an address may answer for a department: its own, or another of the same company. By itself this proves
 * nothing, for anybody can write a From; it is asked of mail that came to the consult's signed address.
 */
export function speaksForDepartment(sender: string, departmentAddress: string): boolean {
  const [from, own] = [domainOf(sender), domainOf(departmentAddress)];
  return from !== '' && from === own;
}

function domainOf(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1
    ? ''
    : address
        .slice(at + 1)
        .trim()
        .toLowerCase();
}
