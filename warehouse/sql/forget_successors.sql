delete from core.findings where code = 'uncertain_successor';
delete from core.settled_findings where code = 'uncertain_successor';
