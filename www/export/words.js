/** Words of what is loaded when it is asked for; every language has the same keys. */

export const en = {
  making: 'Making the GIF',
  cancel: 'Cancel',
  saved: (/** @type {string} */ name) => `Saved as ${name}`,
  noPytorch:
    'PyTorch’s momentum does not repeat this run: there a change of the learning rate acts on earlier steps too.',
};

/** @type {typeof en} */
export const ko = {
  making: 'GIF 만드는 중',
  cancel: '취소',
  saved: (name) => `${name} 파일로 저장했습니다`,
  noPytorch:
    '이 학습은 PyTorch의 모멘텀으로 똑같이 재현할 수 없습니다. PyTorch에서는 학습률을 바꾸면 앞선 갱신의 크기도 함께 바뀝니다.',
};

/** @param {string} lang */
export const wordsOf = (lang) => (lang === 'ko' ? ko : en);
