/** Which entity, as paths name it. */
export interface EntityParams {
  kind: string;
  namespace: string;
  name: string;
}
