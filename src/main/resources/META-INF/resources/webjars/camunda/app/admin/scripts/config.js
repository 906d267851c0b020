/* Settings of Admin. This file takes the place of the vendor's, which sets nothing. */
export default {
  app: { name: 'Admin', vendor: 'Qingwang 清网' },
  customScripts: ['../../../assets/camunda/one-door', '../../../assets/camunda/labels']
};
