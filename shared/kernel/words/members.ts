/** Members of one shop, its owners included. */
export const mostMembers = 100;
