update affected_person set own_situations = minor + 2 * protected_adult + 4 * deceased + 8 * in_secrecy;
