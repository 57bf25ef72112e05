/** Of a unit `u` of a listing `p`: it can be sold under what the listing says. A certificate of a lot speaks for the units it names. */
export const OFFERED = `u.state = 'free' and (not p.certificate_of_lot or u.certificate_number = p.certificate_number)`;
