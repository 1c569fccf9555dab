/**
 * Words that guessing tries first, in French and English: kept as they are once accents, digits, signs and the usual
 * replacements of letters are taken away. Ours, checked without asking anybody.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `
  password passwort passe motdepasse motdepass secret secrets changeme changezmoi admin administrator administrateur
  root toor test testing tester essai default defaut guest invite user utilisateur login connexion compte account
  access acces master letmein laissemoientrer welcome bienvenue hello bonjour bonsoir salut coucou
  azerty azertyuiop azertyui qwerty qwertyui qwertyuiop qwertz qwertzuiop qsdfghjklm asdfgh asdfghjkl wxcvbn zxcvbn
  zxcvbnm aqwzsx azeqsd qazwsx qazwsxedc qweasd qweasdzxc abc abcd abcdef abcdefgh aaa zzz xyz
  jetaime jtaime iloveyou loveyou love amour monamour moncoeur mavie cheri cherie bebe doudou loulou chouchou nounours
  princess princesse prince soleil sunshine etoile lune papillon fleur chocolat caramel vanille bonheur liberte
  france paris marseille lyon toulouse bordeaux nantes lille bretagne corse london england america canada quebec
  football foot basket rugby psg olympique olympiquedemarseille allezlesbleus zidane ronaldo messi mbappe
  superman batman spiderman starwars pokemon pikachu naruto dragon dragonball harrypotter marvel matrix minecraft
  monkey tiger shadow ninja phoenix mustang harley ferrari porsche mercedes peugeot renault
  michael jordan jennifer jessica ashley charlie nicolas thomas alexandre sebastien stephane philippe christophe
  frederic laurent julien camille marine pauline caroline isabelle nathalie catherine sandrine
  computer ordinateur internet google facebook instagram youtube netflix microsoft windows apple samsung android
  cinema theatre film films tournage casting acteur actrice production producteur realisateur coordinateur
  coordinatrice intimite ecoproduction repere registre agenda planning
  summer winter spring autumn ete hiver printemps automne janvier fevrier mars avril mai juin juillet aout septembre
  octobre novembre decembre january february march april june july august september october november december
  lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday
  trustno whatever freedom merde putain fuckyou fuck shit bitch
  `
    .trim()
    .split(/\s+/),
)

/** Rows of keyboards and the two alphabets everybody knows: any run along one of them is tried early. */
export const commonRuns: readonly string[] = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1a2z3e4r5t6y7u8i9o0p',
  'a1z2e3r4t5y6u7i8o9p0',
  'q1w2e3r4t5y6u7i8o9p0',
  'aqwzsxedcrfvtgbyhnujm',
  'qazwsxedcrfvtgbyhnujm',
]
