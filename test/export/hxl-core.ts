/** The hashtags of HXL 1.1's core schema (data.humdata.org/dataset/hxl-core-schemas). */
export const core: readonly string[] =
  `access activity adm1 adm2 adm3 adm4 adm5 affected beneficiary capacity cause channel contact country crisis currency date description event frequency geo group impact indicator inneed item loc meta modality need operations org output population reached region respondee sector service severity status subsector targeted value`.split(
    /\s+/,
  )
