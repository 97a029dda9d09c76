/* What finds names and companies in a text: fetched once a draft holds one that only members see. */

import { companyPlaces, companyWord, readCompanies } from "./companies.js";
import { namePlaces, readNames, spells } from "./names.js";
import { Stream } from "./stream.js";

export const finders = { Stream, companyPlaces, companyWord, namePlaces, readCompanies, readNames, spells };
