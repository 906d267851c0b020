-- A document orders one campaign: a plan that is sent twice is not two campaigns.
create unique index campaign_document on campaign (document_no) where stage <> 'CALLED_OFF';
