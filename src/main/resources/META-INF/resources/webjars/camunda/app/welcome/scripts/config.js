/* Settings of Welcome. This file takes the place of the vendor's, which sets nothing. */
export default {
  app: { name: 'Welcome', vendor: 'Qingwang 清网' },
  customScripts: ['../../../assets/camunda/one-door', '../../../assets/camunda/labels']
};
