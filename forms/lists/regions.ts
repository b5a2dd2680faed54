import { choice } from './choice.ts'

/**
 * The 14 regions of Senegal by P-code; `iso`: ISO 3166-2; `lat`, `lon`: a point of the region
 * (degrees, WGS 84).
 * Source: OCHA ROWCA / ANAT, COD-AB Sénégal v02 (valid on 2024-05-20),
 * https://data.humdata.org/dataset/cod-ab-sen; codes and names are facts.
 */
export const regions = [
  choice('SN01', 'Dakar', 'Dakar', { iso: 'SN-DK', lat: '14.73909', lon: '-17.24624' }),
  choice('SN02', 'Diourbel', 'Diourbel', { iso: 'SN-DB', lat: '14.77111', lon: '-16.0259' }),
  choice('SN03', 'Fatick', 'Fatick', { iso: 'SN-FK', lat: '14.17165', lon: '-16.56147' }),
  choice('SN04', 'Kaffrine', 'Kaffrine', { iso: 'SN-KA', lat: '14.23364', lon: '-15.21059' }),
  choice('SN05', 'Kaolack', 'Kaolack', { iso: 'SN-KL', lat: '14.0438', lon: '-16.01815' }),
  choice('SN06', 'Kédougou', 'Kédougou', { iso: 'SN-KE', lat: '12.88587', lon: '-12.28551' }),
  choice('SN07', 'Kolda', 'Kolda', { iso: 'SN-KD', lat: '13.12837', lon: '-14.41648' }),
  choice('SN08', 'Louga', 'Louga', { iso: 'SN-LG', lat: '15.399', lon: '-15.73863' }),
  choice('SN09', 'Matam', 'Matam', { iso: 'SN-MT', lat: '15.27811', lon: '-13.67947' }),
  choice('SN10', 'Saint-Louis', 'Saint-Louis', { iso: 'SN-SL', lat: '16.09344', lon: '-14.73404' }),
  choice('SN11', 'Sédhiou', 'Sédhiou', { iso: 'SN-SE', lat: '12.90939', lon: '-15.55311' }),
  choice('SN12', 'Tambacounda', 'Tambacounda', { iso: 'SN-TC', lat: '13.87063', lon: '-13.32087' }),
  choice('SN13', 'Thiès', 'Thiès', { iso: 'SN-TH', lat: '14.71109', lon: '-16.8695' }),
  choice('SN14', 'Ziguinchor', 'Ziguinchor', { iso: 'SN-ZG', lat: '12.75464', lon: '-16.3998' }),
]
