/** https://docs.oracle.com/en-us/iaas/api/#/en/identity/latest/Group, the part that we use. */
export type IamGroup = {
  readonly id: string;
  /** Empty where it could not be seen. */
  readonly name: string;
};
