delete from core.findings where code = 'correction_misaddressed';
delete from core.settled_findings where code = 'correction_misaddressed';
